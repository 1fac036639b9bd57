package navigator.inference.aws;

import navigator.inference.AskModel;
import navigator.inference.GovernedModel;
import navigator.inference.quota.QuotaTable;

/** One model of the chain, and the item that its pace is kept on. */
public record ModelStage(GovernedModel governed, AskModel model, QuotaTable quota) {}
