namespace Streamix.Auth.Contracts.Credentials;

/// <summary>Section <c>Passwords</c>.</summary>
public sealed class PasswordOptions
{
    /// <summary>A folder of range files in the form of Have I Been Pwned (<c>ABCDE.txt</c>); only the shipped list when absent.</summary>
    public string? BreachedFolder { get; set; }
}
