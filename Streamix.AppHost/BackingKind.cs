namespace Streamix.AppHost;

/// <summary>How PostgreSQL, Redis, the bus and the rest run.</summary>
internal enum BackingKind
{
    Containers,
    Processes,
}
