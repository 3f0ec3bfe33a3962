using Streamix.Discovery.Index;
using Streamix.Discovery.Index.Writing;

namespace Streamix.Discovery.Indexer.Titles;

/// <summary>Brings one title into the index as the catalog has it now.</summary>
internal sealed class TitleIndexing(CatalogDocuments catalog, IIndexWriter index)
{
    /// <param name="titleId">The title.</param>
    /// <param name="revision">The least revision of what is written, should the catalog have nothing any more.</param>
    /// <returns>The revision that was written or was there already.</returns>
    public async Task<long> IndexAsync(Guid titleId, long revision, CancellationToken cancellationToken)
    {
        var change = await catalog.FindAsync(titleId, cancellationToken) is { } document ? IndexChange.Of(document) : IndexChange.Gone(titleId, revision);
        await index.WriteAsync([change], cancellationToken);
        return change.Revision;
    }
}
