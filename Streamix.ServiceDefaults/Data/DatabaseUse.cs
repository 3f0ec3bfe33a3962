using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Streamix.ServiceDefaults.Data;

/// <summary>Remembers whether a database has been used yet, so that readiness never is what connects first.</summary>
internal sealed class DatabaseUse : DbConnectionInterceptor
{
    private volatile bool _started;

    public bool Started => _started;

    public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        _started = true;
        return ValueTask.FromResult(result);
    }

    public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        _started = true;
        return result;
    }
}
