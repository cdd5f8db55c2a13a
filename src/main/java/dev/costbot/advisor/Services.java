package dev.costbot.advisor;

import java.util.List;

/** Finds AWS services, by what people call them and by their names on the bill. */
final class Services {
  /**
   * @param name as a person reads it
   * @param words what people call it: a regular expression
   * @param onTheBill a part of its name on the bill, in lower case: a regular expression
   * @param judged whether checks look at it
   */
  private record Service(String name, String words, String onTheBill, boolean judged) {}

  private static final List<Service> ALL =
      List.of(
          // Volumes, snapshots and addresses have no line of their own in Cost Explorer.
          judged("EBS", "ebs", "ec2 - other|elastic block store"),
          judged("EC2", "ec2", "elastic compute cloud|ec2"),
          other("API Gateway", "api ?gateways?", "api gateway"),
          other("Athena", "athena", "athena"),
          other("Aurora and RDS", "rds|aurora|databases?", "relational database"),
          other("Bedrock", "bedrock", "bedrock"),
          other("CloudFront", "cloudfront", "cloudfront"),
          other("CloudTrail", "cloudtrail", "cloudtrail"),
          other("CloudWatch", "cloudwatch", "cloudwatch"),
          other("DocumentDB", "documentdb", "documentdb"),
          other("DynamoDB", "dynamo ?db", "dynamodb"),
          other("ECR", "ecr|container registry", "container registry"),
          other("ECS and Fargate", "ecs|fargate", "elastic container service(?! for kubernetes)"),
          other("EFS", "efs", "elastic file system"),
          other("EKS", "eks|kubernetes", "kubernetes|eks"),
          other("ElastiCache", "elasticache|redis|memcached", "elasticache"),
          other("EMR", "emr", "elastic ?mapreduce"),
          other("Glue", "glue", "glue"),
          other("GuardDuty", "guardduty", "guardduty"),
          other("Kinesis", "kinesis", "kinesis"),
          other("KMS", "kms", "key management"),
          other("Lambda", "lambdas?", "lambda"),
          other("load balancers", "(?:load ?balancer|elb|alb|nlb)s?", "load balancing"),
          other("MSK", "msk|kafka", "managed streaming"),
          other("NAT gateways", "nat(?: gateway)?s?", "ec2 - other|nat gateway"),
          other("OpenSearch", "opensearch|elasticsearch", "opensearch|elasticsearch"),
          other("Redshift", "redshift", "redshift"),
          other("Route 53", "route ?53", "route 53"),
          other("S3", "s3", "simple storage service"),
          other("SageMaker", "sagemaker", "sagemaker"),
          other("Secrets Manager", "secrets manager", "secrets manager"),
          other("SNS", "sns", "notification service"),
          other("SQS", "sqs", "queue service"),
          other("Step Functions", "step functions?", "step functions"),
          other("support", "aws support", "support"),
          other("tax", "tax(?:es)?|vat", "tax"),
          other("VPC", "vpcs?", "virtual private cloud"),
          other("WAF", "waf", "waf"));

  private Services() {}

  /** How the services in the text are called on the bill. */
  static List<String> find(Words words) {
    return ALL.stream()
        .filter(service -> words.any(service.words()))
        .map(Service::onTheBill)
        .toList();
  }

  /** The name for people of a service as {@link #find} gives it. */
  static String name(String onTheBill) {
    return ALL.stream()
        .filter(service -> service.onTheBill().equals(onTheBill))
        .map(Service::name)
        .findFirst()
        .orElse(onTheBill);
  }

  /** Whether checks look at a service as {@link #find} gives it. */
  static boolean isJudged(String onTheBill) {
    return ALL.stream()
        .anyMatch(service -> service.judged() && service.onTheBill().equals(onTheBill));
  }

  /** Where on the bill the resources of a check are, as Cost Explorer groups them. */
  static String ofCheck(String check) {
    if (check.startsWith("ec2-instance-")) {
      return "elastic compute cloud";
    }
    return check.startsWith("elastic-ip-")
        ? "virtual private cloud"
        : "ec2 - other|elastic block store";
  }

  private static Service judged(String name, String words, String onTheBill) {
    return new Service(name, words, onTheBill, true);
  }

  private static Service other(String name, String words, String onTheBill) {
    return new Service(name, words, onTheBill, false);
  }
}
