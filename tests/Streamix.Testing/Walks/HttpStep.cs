namespace Streamix.Testing.Walks;

/// <summary>One request of a .http file.</summary>
/// <param name="Title">What stands after <c>###</c>.</param>
/// <param name="Name">By which later requests refer to its answer.</param>
/// <param name="Expected">From <c># expect 201</c>.</param>
/// <param name="Until">From <c># until $.state ready</c>: repeated until the answer has that value there (<c>status</c> means the status code).</param>
/// <param name="Asked">Variables left empty before it (<c>@code =</c>): a person fills them in.</param>
public sealed record HttpStep(
    string Title, string? Name, int? Expected, (string Path, string Value)? Until, IReadOnlyList<string> Asked,
    string Method, string Address, IReadOnlyList<(string Name, string Value)> Headers, string? Body);
