namespace Streamix.ServiceDefaults.Data;

/// <summary>An entity whose concurrent changes are noticed: PostgreSQL's <c>xmin</c> is its concurrency token.</summary>
public interface IVersioned
{
    /// <summary>The row version as read; it becomes the entity tag (<see cref="RowVersion"/>).</summary>
    uint Version { get; }
}
