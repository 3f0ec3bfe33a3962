namespace Streamix.Discovery.Index.Queries;

/// <summary>A place between two hits.</summary>
/// <param name="Number">The score, popularity or day of the last hit.</param>
/// <param name="Text">The sort title of the last hit.</param>
/// <param name="TitleId">The last hit.</param>
/// <param name="Broad">Nothing had matched all words, so that any of them had to do.</param>
public sealed record SearchPosition(double Number, string Text, Guid TitleId, bool Broad);
