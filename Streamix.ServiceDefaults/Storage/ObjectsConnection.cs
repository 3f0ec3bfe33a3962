using System.Data.Common;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;

namespace Streamix.ServiceDefaults.Storage;

/// <summary>The connection string <c>objects</c>: <c>Endpoint=http://…;AccessKey=…;SecretKey=…;Region=us-east-1</c>. In the cloud only <c>Region</c>: the task's role signs.</summary>
internal sealed record ObjectsConnection(string? Endpoint, string? AccessKey, string? SecretKey, string Region, string? PublicEndpoint)
{
    public static ObjectsConnection Parse(string text)
    {
        var parts = new DbConnectionStringBuilder { ConnectionString = text };
        return new(Of("Endpoint"), Of("AccessKey"), Of("SecretKey"), Of("Region") ?? "us-east-1", Of("PublicEndpoint"));

        string? Of(string key) => parts.TryGetValue(key, out var value) && value is string { Length: > 0 } given ? given : null;
    }

    /// <summary>For our own calls, or for addresses that browsers will use.</summary>
    public AmazonS3Client Connect(bool forBrowsers = false)
    {
        var config = new AmazonS3Config { Timeout = TimeSpan.FromMinutes(5), MaxErrorRetry = 2 };
        var endpoint = forBrowsers ? PublicEndpoint ?? Endpoint : Endpoint;
        if (endpoint is null)
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(Region);
        else
            (config.ServiceURL, config.ForcePathStyle, config.AuthenticationRegion, config.UseHttp) =
                (endpoint, true, Region, endpoint.StartsWith("http:", StringComparison.OrdinalIgnoreCase));

        return AccessKey is null || SecretKey is null ? new(config) : new(new BasicAWSCredentials(AccessKey, SecretKey), config);
    }
}
