namespace Streamix.Infra.Gateway.Limits;

/// <summary>What a source of permits answered.</summary>
/// <param name="Permits">Granted now, 0 when the limit is reached.</param>
/// <param name="Remaining">Left for everybody after these.</param>
/// <param name="RetryAfter">When one will be free, if none was granted.</param>
/// <param name="Reset">When all will be free again.</param>
internal readonly record struct Grant(int Permits, int Remaining, TimeSpan RetryAfter, TimeSpan Reset);
