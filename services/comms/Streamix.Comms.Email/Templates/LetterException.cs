namespace Streamix.Comms.Email.Templates;

/// <summary>A letter that cannot be read or filled in. The message names template parts, never values.</summary>
/// <param name="code">For the send log, as <c>unknown-template</c>.</param>
internal sealed class LetterException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}
