namespace Streamix.Auth.Contracts.Credentials;

/// <summary>Passwords known from breaches.</summary>
public interface IBreachedPasswords
{
    /// <summary>This very password is among them.</summary>
    bool Contains(string password);
}
