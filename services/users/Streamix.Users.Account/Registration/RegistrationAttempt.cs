using System.Security.Cryptography;
using System.Text;

namespace Streamix.Users.Account.Registration;

/// <summary>That an address signed up, for the limit per day.</summary>
internal sealed class RegistrationAttempt(Guid id, byte[] address, DateTimeOffset at)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    public Guid Id { get; private set; } = id;

    /// <summary>SHA-256 of the address's key.</summary>
    public byte[] Address { get; private set; } = address;

    public DateTimeOffset At { get; private set; } = at;

    public static byte[] Hash(string emailKey) => SHA256.HashData(Encoding.UTF8.GetBytes(emailKey));
}
