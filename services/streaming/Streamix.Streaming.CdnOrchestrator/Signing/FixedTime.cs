using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Streamix.Streaming.CdnOrchestrator.Signing;

/// <summary>Compares without telling by its time where two texts differ.</summary>
internal static class FixedTime
{
    public static bool Same(string one, string other) => CryptographicOperations.FixedTimeEquals(MemoryMarshal.AsBytes(one.AsSpan()), MemoryMarshal.AsBytes(other.AsSpan()));
}
