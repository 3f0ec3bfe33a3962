using System.Security.Cryptography;

namespace Streamix.Frontend.Pages.Policy;

/// <summary>What an answer's policy and its own script tags have in common: 128 random bits, never used twice.</summary>
internal static class Nonce
{
    private const int Bytes = 16;

    public static string Create() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes));
}
