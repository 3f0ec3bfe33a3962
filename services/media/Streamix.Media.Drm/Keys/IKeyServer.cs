namespace Streamix.Media.Drm.Keys;

/// <summary>Who makes content keys. Asked for the same order twice it may answer with others: what was kept first counts.</summary>
internal interface IKeyServer
{
    /// <summary>One word.</summary>
    string Name { get; }

    /// <summary>One key for each tier of the order; the caller disposes them.</summary>
    Task<IReadOnlyList<ServedKey>> ServeAsync(KeyOrder order, CancellationToken cancellationToken);
}
