namespace Streamix.Media.Catalog.Publishing;

/// <summary>Whoever keeps something for titles or people and must let go of it with them. Called in the transaction of the removal, before it is saved.</summary>
internal interface ITitleFollower
{
    Task RemovedAsync(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken);
}
