using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace Streamix.Auth.Contracts.Credentials;

/// <summary>
/// The list that ships with Streamix and, when <see cref="PasswordOptions.BreachedFolder"/> is set, a downloaded one: a file
/// <c>ABCDE.txt</c> for each five first digits of a SHA-1, its lines the other 35 and a count, as Have I Been Pwned answers range queries.
/// </summary>
internal sealed class BreachedPasswords(IOptions<PasswordOptions> options) : IBreachedPasswords
{
    private const int Prefix = 5;
    private static readonly Lazy<HashSet<string>> Shipped = new(ReadShipped);

    public bool Contains(string password)
    {
#pragma warning disable CA5350 // The lists are keyed by SHA-1; it protects nothing here.
        var hash = Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350
        return Shipped.Value.Contains(hash) || options.Value.BreachedFolder is { Length: > 0 } folder && IsIn(folder, hash);
    }

    /// <summary>A range that is not there is a broken download: better to fail than to let a breached password through.</summary>
    private static bool IsIn(string folder, string hash)
    {
        foreach (var line in File.ReadLines(Path.Combine(folder, hash[..Prefix] + ".txt")))
            if (line.AsSpan().StartsWith(hash.AsSpan(Prefix), StringComparison.OrdinalIgnoreCase) && !line.EndsWith(":0", StringComparison.Ordinal))
                return true;
        return false;
    }

    private static HashSet<string> ReadShipped()
    {
        using var reader = new StreamReader(typeof(BreachedPasswords).Assembly.GetManifestResourceStream("breached-passwords")!);
        HashSet<string> hashes = new(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
            hashes.Add(line[..line.IndexOf(':', StringComparison.Ordinal)]);
        return hashes;
    }
}
