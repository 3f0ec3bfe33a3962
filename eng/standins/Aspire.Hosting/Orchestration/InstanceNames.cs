using System.Globalization;
using System.Security.Cryptography;
using Aspire.Hosting.Dcp;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting.Orchestration;

/// <summary>Names no other run uses, except for containers that outlive one.</summary>
internal sealed class InstanceNames(IOptions<DcpOptions> options, IConfiguration configuration)
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz";

    public IReadOnlyList<DcpInstance> Of(IResource resource) =>
        [.. Enumerable.Range(0, resource.GetReplicaCount()).Select(index => Of(resource, index))];

    private DcpInstance Of(IResource resource, int index)
    {
        var suffix = ContainerLifetimes.IsPersistent(resource) ? ApplicationSuffix() : Suffix(index);
        return new($"{resource.Name}-{suffix}".ToLowerInvariant(), suffix, index);
    }

    private string Suffix(int index) => options.Value.ResourceNameSuffix is { Length: > 0 } given
        ? index == 0 ? given : string.Create(CultureInfo.InvariantCulture, $"{given}-{index}")
        : RandomNumberGenerator.GetString(Letters, 8);

    private string ApplicationSuffix() => configuration["AppHost:PathSha256"] is { Length: >= 8 } hash ? hash[..8].ToLowerInvariant() : "persistent";
}
