namespace Streamix.ServiceDefaults.Messaging.DeadLetters;

/// <summary>What an operator can do with the dead letters of a service.</summary>
internal interface IDeadLetters
{
    /// <summary>Oldest first.</summary>
    Task<DeadLetterPage> ListAsync(string? type, Guid? after, int limit, CancellationToken cancellationToken);

    Task<DeadLetterDetail?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Applies the event now. Only one replay of a letter succeeds, however many are asked for at once.</summary>
    Task<ReplayResult> ReplayAsync(Guid id, CancellationToken cancellationToken);

    Task<bool> DiscardAsync(Guid id, CancellationToken cancellationToken);
}
