namespace Streamix.Comms.Email.Templates;

/// <summary>What stands around a letter.</summary>
/// <param name="Greeting">The first line.</param>
/// <param name="WebApp">Links that begin with a slash lead there.</param>
/// <param name="Footer">Lines below.</param>
/// <param name="Unsubscribe">Of marketing: where one can end it.</param>
internal sealed record Frame(string Greeting, string WebApp, IReadOnlyList<string> Footer, string? Unsubscribe);
