using Microsoft.Extensions.Primitives;

namespace Streamix.Infra.Gateway.Catalogue;

/// <summary>The catalogue in force. A reading with errors changes nothing but <see cref="Errors"/>.</summary>
public sealed class CatalogueStore(TimeProvider time)
{
    private readonly Lock _gate = new();
    private CancellationTokenSource _changed = new();

    public RouteCatalogue Current { get; private set; } = RouteCatalogue.Empty;

    public IReadOnlyList<CatalogueError> Errors { get; private set; } = [];

    public DateTimeOffset LoadedAt { get; private set; }

    public int Revision { get; private set; }

    public IChangeToken ChangeToken => new CancellationChangeToken(_changed.Token);

    public bool Offer(CatalogueReading reading)
    {
        CancellationTokenSource old;
        lock (_gate)
        {
            Errors = reading.Errors;
            if (reading.Catalogue is null)
            {
                return false;
            }

            Current = reading.Catalogue;
            LoadedAt = time.GetUtcNow();
            Revision++;
            old = _changed;
            _changed = new CancellationTokenSource();
        }

        old.Cancel();
        return true;
    }
}
