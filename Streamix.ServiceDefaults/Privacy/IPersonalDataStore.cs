namespace Streamix.ServiceDefaults.Privacy;

/// <summary>What a service holds of a user. Each store of personal data has one; the export and the erasure ask all of them.</summary>
public interface IPersonalDataStore
{
    /// <summary>The name of the part in the user's archive, as <c>notes</c>.</summary>
    string Name { get; }

    /// <summary>All of it, in a form that serialises to JSON; null when there is nothing.</summary>
    Task<object?> ExportAsync(Guid accountId, CancellationToken cancellationToken);

    /// <summary>Deletes or makes anonymous. Repeatable: the saga asks again until it has the answer. Returns the number of rows or objects touched.</summary>
    Task<int> EraseAsync(Guid accountId, CancellationToken cancellationToken);
}
