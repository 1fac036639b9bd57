/** DynamoDB Local and ElasticMQ in this process, with the topology's tables and queues. */
@NullMarked
package navigator.local.backend;

import org.jspecify.annotations.NullMarked;
