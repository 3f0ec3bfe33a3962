namespace Streamix.Infra.Gateway.Direct;

/// <summary>A service's answer breaks HTTP/1.1 (RFC 9112); its connection is not used again.</summary>
internal sealed class BadAnswerException(string what) : IOException($"The service answered with {what}.");
