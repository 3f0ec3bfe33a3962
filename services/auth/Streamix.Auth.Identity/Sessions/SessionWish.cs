namespace Streamix.Auth.Identity.Sessions;

/// <summary>The session somebody has earned.</summary>
/// <param name="Proof">How.</param>
/// <param name="ProvenAt">When; a password changed later refuses the session.</param>
/// <param name="PasswordOf">When the password that was given had been set; null when none was given.</param>
/// <param name="Key">The same key opens one session.</param>
/// <param name="Persistent">"Keep me signed in".</param>
/// <param name="Cookies">Tokens go into cookies.</param>
internal sealed record SessionWish(Proof Proof, DateTimeOffset ProvenAt, DateTimeOffset? PasswordOf, string Key, bool Persistent, bool Cookies);
