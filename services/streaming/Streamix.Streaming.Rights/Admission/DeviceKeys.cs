using System.Security.Cryptography;
using System.Text;

namespace Streamix.Streaming.Rights.Admission;

/// <summary>What stands for a device beside its streams, so that the id itself is kept nowhere: it leads to no other account that uses the device.</summary>
internal static class DeviceKeys
{
    private const int Bytes = 8;

    /// <summary>Sixteen hexadecimal digits; empty for a device that has no id.</summary>
    public static string Of(Guid accountId, string? deviceId) => string.IsNullOrWhiteSpace(deviceId)
        ? ""
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{accountId:n}\n{deviceId.Trim()}")).AsSpan(0, Bytes));
}
