using System.Security.Cryptography;
using System.Text;

namespace Streamix.Auth.Session.Issuing;

/// <summary>The clients of section <c>Clients</c>, name to secret. Knowing a name makes no difference in time or answer.</summary>
internal sealed class ClientSecrets(IConfiguration configuration)
{
    private const int Shortest = 16;
    private readonly byte[] _nobody = RandomNumberGenerator.GetBytes(SHA256.HashSizeInBytes);

    public bool Fits(string client, string secret)
    {
        var known = client.Contains(':', StringComparison.Ordinal) ? null : configuration[$"Clients:{client}"];
        var expected = known is { Length: >= Shortest } ? SHA256.HashData(Encoding.UTF8.GetBytes(known)) : _nobody;
        return CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(secret)), expected);
    }
}
