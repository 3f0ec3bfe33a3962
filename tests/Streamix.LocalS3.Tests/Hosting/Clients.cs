using Amazon.Runtime;
using Amazon.S3;

namespace Streamix.LocalS3.Tests.Hosting;

/// <summary>How AWSSDK.S3 sends bodies: as it comes, without checksums unless required, without aws-chunked.</summary>
public enum ClientMode
{
    Default,
    WhenRequired,
    NoChunks,
}

internal static class Clients
{
    public static IAmazonS3 Create(Uri address, ClientMode mode = ClientMode.Default, string secret = Keys.Secret)
    {
        var config = new AmazonS3Config
        {
            ServiceURL = address.ToString(),
            ForcePathStyle = true,
            AuthenticationRegion = Keys.Region,
            // A retry would hide a wrong answer.
            MaxErrorRetry = 0,
        };
        if (mode != ClientMode.Default)
        {
            config.RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED;
            config.ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED;
        }
        return new AmazonS3Client(new BasicAWSCredentials(Keys.Access, secret), config);
    }
}
