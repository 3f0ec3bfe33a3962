using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Streamix.Streaming.CdnOrchestrator.CloudFront;
using Streamix.Streaming.Contracts.Edges;

namespace Streamix.Streaming.CdnOrchestrator;

/// <summary>What would fail later fails at the start.</summary>
internal sealed class OrchestratorOptionsCheck : IValidateOptions<OrchestratorOptions>
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public ValidateOptionsResult Validate(string? name, OrchestratorOptions options)
    {
        List<string> wrong = [];
        Demand(options.Keys.Count > 0 && options.Keys.TrueForAll(IsLong), $"Edges:Keys needs one secret or more of at least {PathKey.ShortestSecret} characters.");
        Demand(options.NextKey.Length == 0 || IsLong(options.NextKey), $"Edges:NextKey needs at least {PathKey.ShortestSecret} characters.");
        Demand(options.PerPlayback is >= 1 and <= 8, "Edges:PerPlayback must be 1 to 8.");
        Demand(options.LongestToken > TimeSpan.Zero, "Edges:LongestToken must be positive.");
        Demand(options.SilentAfter > TimeSpan.Zero, "Edges:SilentAfter must be positive.");
        Demand(options.ProbeEvery > TimeSpan.Zero, "Edges:ProbeEvery must be positive.");
        Demand(options.ReadEvery > TimeSpan.Zero, "Edges:ReadEvery must be positive.");
        Demand(options.SteeringEvery >= Second, "Edges:SteeringEvery must be a second or more.");
        Demand(options.SteeringLifetime > TimeSpan.Zero, "Edges:SteeringLifetime must be positive.");
        Demand(options.PurgeAgainAfter > TimeSpan.Zero, "Edges:PurgeAgainAfter must be positive.");
        Demand(options.JobsKept > TimeSpan.Zero, "Edges:JobsKept must be positive.");
        Check(options.CloudFront, Demand);
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);

        void Demand(bool holds, string message)
        {
            if (!holds)
                wrong.Add(message);
        }
    }

    private static void Check(CloudFrontOptions options, Action<bool, string> demand)
    {
        demand(options.KeyPairId.Length > 0 == options.PrivateKey.Length > 0, "Edges:CloudFront needs both KeyPairId and PrivateKey, or neither.");
        demand(options.Hash is CloudFrontHash.Sha1 or CloudFrontHash.Sha256, "Edges:CloudFront:Hash is sha1 or sha256.");
        demand(options.Carrier is CloudFrontCarrier.Query or CloudFrontCarrier.Cookies, "Edges:CloudFront:Carrier is query or cookies.");
        demand(options.Carrier != CloudFrontCarrier.Cookies || options.CookieDomain.Length > 0, "Edges:CloudFront:CookieDomain must be told for cookies.");
        demand(options.Lifetime >= Second, "Edges:CloudFront:Lifetime must be a second or more.");
        demand(options.PrivateKey.Length == 0 || IsRsa(options.PrivateKey), "Edges:CloudFront:PrivateKey is no RSA key in PEM.");
    }

    private static bool IsRsa(string pem)
    {
        try
        {
            using var key = RSA.Create();
            key.ImportFromPem(pem);
            return true;
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            return false;
        }
    }

    private static bool IsLong(string secret) => secret.Length >= PathKey.ShortestSecret;
}
