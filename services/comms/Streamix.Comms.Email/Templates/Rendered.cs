namespace Streamix.Comms.Email.Templates;

/// <summary>A letter filled in: three views of the same words.</summary>
internal sealed record Rendered(string Subject, string Html, string Text);
