namespace Streamix.AppHost.Backing.Containers;

/// <summary>S3 of LocalStack, which keeps objects between starts only in its paid edition. In the cloud nobody needs a key: the task's role signs.</summary>
internal static class LocalStack
{
    public static ObjectStore Add(Platform platform)
    {
        var server = platform.Builder.AddContainer("localstack", "localstack/localstack", "4.9")
            .WithEnvironment("SERVICES", "s3")
            .WithHttpEndpoint(platform.HostPort(platform.Ports.Objects), 4566)
            .WithHttpHealthCheck("/_localstack/health");
        var endpoint = server.GetEndpoint("http");
        var connection = platform.Builder.ExecutionContext.IsPublishMode
            ? ReferenceExpression.Create($"Endpoint={endpoint}")
            : ReferenceExpression.Create($"Endpoint={endpoint};AccessKey=streamix;SecretKey={platform.Secrets.Password("objects-secret-key")};Region=us-east-1");
        return new(platform.Builder.AddConnectionString("objects", connection).WithParentRelationship(server).WaitFor(server), endpoint);
    }
}
