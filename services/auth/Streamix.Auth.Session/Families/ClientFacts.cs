using System.Security.Cryptography;
using System.Buffers.Text;
using System.Text;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Auth.Session.Families;

/// <summary>What is known of the client that uses a session; unknown is empty.</summary>
[Personal]
internal sealed record ClientFacts(string Device, string Agent, string Address, string Country, string City)
{
    private const int Longest = 256;

    public ClientFacts Trimmed() => new(Cut(Device), Cut(Agent), Cut(Address), Cut(Country), Cut(City));

    /// <summary>Tells one client from another in the grace; addresses change too easily to count.</summary>
    public string Fingerprint => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(Agent)).AsSpan(0, 12));

    private static string Cut(string text) => text.Length <= Longest ? text : text[..Longest];
}
