package navigator.ops.aws;

import static navigator.contracts.table.Attribute.ACTION;
import static navigator.contracts.table.Attribute.ACTOR;
import static navigator.contracts.table.Attribute.AT;
import static navigator.contracts.table.Attribute.COUNTS;
import static navigator.contracts.table.Attribute.ID;
import static navigator.contracts.table.Attribute.OPERATION;
import static navigator.contracts.table.Attribute.PHASE;
import static navigator.contracts.table.Attribute.PK;
import static navigator.contracts.table.Attribute.REASON;
import static navigator.contracts.table.Attribute.SELECTION;

import java.util.Map;
import navigator.contracts.table.Keys;
import navigator.ops.AuditAction;
import navigator.ops.AuditRecord;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/** How a record of what an operator did lies in the table. */
final class AuditItem {

  /** That nothing is in the place of what is put. */
  static final String ABSENT = "attribute_not_exists(" + PK + ")";

  private AuditItem() {}

  /** The record as a part of a transaction. */
  static Put put(String table, AuditRecord done) {
    return Put.builder()
        .tableName(table)
        .item(of(done))
        .conditionExpression(ABSENT)
        .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
        .build();
  }

  static Map<String, AttributeValue> of(AuditRecord done) {
    return Item.at(Keys.audit(done.at(), done.id()))
        .time(AT, done.at())
        .text(ID, done.id())
        .text(ACTION, done.action().wireName())
        .text(PHASE, done.phase().wireName())
        .text(OPERATION, done.operation())
        .text(ACTOR, done.actor())
        .text(REASON, done.reason())
        .texts(SELECTION, done.subject())
        .numbers(COUNTS, done.counts())
        .attributes();
  }

  static AuditRecord read(Row row) {
    return new AuditRecord(
        row.time(AT),
        row.text(ID),
        row.named(ACTION, AuditAction::ofWireName),
        row.named(PHASE, AuditRecord.Phase::ofWireName),
        row.text(OPERATION),
        row.text(ACTOR),
        row.text(REASON),
        row.texts(SELECTION),
        row.numbers(COUNTS));
  }
}
