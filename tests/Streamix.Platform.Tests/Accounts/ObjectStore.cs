using Amazon.Runtime;
using Amazon.S3;
using Aspire.Hosting.Testing;

namespace Streamix.Platform.Tests.Accounts;

/// <summary>The graph's object store, past the services.</summary>
internal static class ObjectStore
{
    public static async Task<AmazonS3Client> ConnectAsync(AccountsGraph graph)
    {
        var parts = (await graph.Application.GetConnectionStringAsync("objects"))!.Split(';').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1], StringComparer.Ordinal);
        return new(new BasicAWSCredentials(parts["AccessKey"], parts["SecretKey"]), new AmazonS3Config { ServiceURL = parts["Endpoint"], ForcePathStyle = true });
    }
}
