using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Media.Catalog.Data;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Storing;

/// <summary>
/// The book of objects that may have to go. A write is announced before its first byte and struck off by the transaction that names the
/// object, so that a crash leaves work for the sweeper and no litter.
/// </summary>
internal sealed class LeftoverLedger(CatalogDb db, IOptions<AssetOptions> options, TimeProvider time)
{
    /// <summary>Writes a write down, committed before it begins. Pass the result to <see cref="KeepAsync"/>.</summary>
    public async Task<Guid> AnnounceAsync(string bucket, string prefix, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var leftover = new Leftover(bucket, prefix, now + options.Value.Lease + options.Value.ReceiveTime, now);
        db.Leftovers.Add(leftover);
        await db.SaveChangesAsync(cancellationToken);
        db.Entry(leftover).State = EntityState.Detached;
        return leftover.Id;
    }

    /// <summary>The objects are named from this transaction on.</summary>
    /// <exception cref="ProblemException">409: the write took so long that it counted as abandoned.</exception>
    public async Task KeepAsync(Guid announced, CancellationToken cancellationToken)
    {
        if (await db.Leftovers.Where(l => l.Id == announced && !l.Taken).ExecuteDeleteAsync(cancellationToken) == 0)
            throw new ProblemException(StatusCodes.Status409Conflict, "This took too long. Try again.");
    }

    /// <summary>The objects are nobody's after this transaction; parts of unfinished uploads neither.</summary>
    /// <param name="bucket">Where.</param>
    /// <param name="prefix">How their keys begin.</param>
    /// <param name="again">Until then parts may still arrive: looks once more.</param>
    public void Doom(string bucket, string prefix, DateTimeOffset? again = null)
    {
        var now = time.GetUtcNow();
        db.Leftovers.Add(new(bucket, prefix, now, now));
        if (again > now)
            db.Leftovers.Add(new(bucket, prefix, again.Value, now));
    }
}
