using Streamix.Discovery.Index.Writing;

namespace Streamix.Discovery.Index;

/// <summary>Writes the index. Every method may be repeated; all throw <see cref="ServiceDefaults.Http.DependencyUnavailableException"/> while the engine is away.</summary>
public interface IIndexWriter
{
    /// <summary>Makes what is missing: schema, analyzers, an empty live generation when there is none.</summary>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>All generations, oldest first.</summary>
    Task<IReadOnlyList<IndexGeneration>> GenerationsAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Writes to the live generation and to the ones being built. What is there in a higher revision stays.
    /// On return the changes are searchable.
    /// </summary>
    /// <returns>How many changes the live generation took.</returns>
    Task<int> WriteAsync(IReadOnlyCollection<IndexChange> changes, CancellationToken cancellationToken);

    /// <summary>Writes to one generation that is being built; not necessarily searchable on return.</summary>
    /// <exception cref="GenerationGoneException">There is no such generation any more.</exception>
    Task<int> WriteAsync(string generation, IReadOnlyCollection<IndexChange> changes, CancellationToken cancellationToken);

    /// <summary>A new, empty generation beside the live one. From now on every change is written to it too.</summary>
    Task<IndexGeneration> CreateAsync(CancellationToken cancellationToken);

    /// <summary>Makes a built generation the live one, at once for everybody. The one before is kept until the next switch.</summary>
    /// <exception cref="GenerationGoneException">There is no such generation any more.</exception>
    Task SwitchAsync(string generation, CancellationToken cancellationToken);

    /// <summary>Forgets a generation that is not live.</summary>
    Task DropAsync(string generation, CancellationToken cancellationToken);

    /// <summary>What the live generation shows, in the order of ids, after <paramref name="after"/>.</summary>
    Task<IReadOnlyList<IndexEntry>> ListAsync(Guid? after, int limit, CancellationToken cancellationToken);

    /// <summary>Groups of phrases that mean the same.</summary>
    Task<IReadOnlyList<IReadOnlyList<string>>> SynonymsAsync(CancellationToken cancellationToken);

    /// <summary>Replaces all groups; they hold for searches from now on.</summary>
    Task PutSynonymsAsync(IReadOnlyList<IReadOnlyList<string>> groups, CancellationToken cancellationToken);
}
