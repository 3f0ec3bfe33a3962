namespace Streamix.Media.Contracts.Assets;

/// <summary>A stretch of a title that players treat in their own way.</summary>
/// <param name="Kind"><c>intro</c>, <c>recap</c>, <c>credits</c> or <c>chapter</c>.</param>
/// <param name="FromSeconds">From the start of the title.</param>
/// <param name="ToSeconds">After <paramref name="FromSeconds"/>; for credits usually the end.</param>
/// <param name="Name">A chapter's name.</param>
public sealed record Marker(string Kind, double FromSeconds, double ToSeconds, string? Name = null);
