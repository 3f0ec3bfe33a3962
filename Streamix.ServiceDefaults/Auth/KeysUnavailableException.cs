namespace Streamix.ServiceDefaults.Auth;

/// <summary>No key set of the issuer could be read, so nobody can be told from anybody.</summary>
public sealed class KeysUnavailableException(Exception? inner) : Exception("The issuer's keys cannot be read.", inner);
