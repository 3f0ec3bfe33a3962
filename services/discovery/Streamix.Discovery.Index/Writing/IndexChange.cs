using Streamix.Media.Contracts.Titles;

namespace Streamix.Discovery.Index.Writing;

/// <summary>What became of a title. One that is not published leaves a tombstone, so that an older document cannot come back.</summary>
/// <param name="TitleId">The title.</param>
/// <param name="Revision">Writes of a lower one are ignored.</param>
/// <param name="Document">What can be searched; null for a title that viewers must not find.</param>
public sealed record IndexChange(Guid TitleId, long Revision, TitleDocument? Document)
{
    /// <summary>The change that a document of the catalog asks for.</summary>
    public static IndexChange Of(TitleDocument document) => new(document.TitleId, document.Revision, document.Published ? document : null);

    /// <summary>The title must not be found any more.</summary>
    public static IndexChange Gone(Guid titleId, long revision) => new(titleId, revision, null);
}
