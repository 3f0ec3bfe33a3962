using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Operations;

namespace Streamix.ServiceDefaults.Messaging.DeadLetters;

/// <summary>What an operator can do with the dead letters of a service.</summary>
internal interface IDeadLetters
{
    /// <summary>Latest first, without what may be personal.</summary>
    Task<Page<DeadLetterView>> SearchAsync(DeadLetterFilter filter, PageQuery page, CancellationToken cancellationToken);

    /// <summary>Oldest first.</summary>
    Task<IReadOnlyList<Guid>> IdsAsync(DeadLetterFilter filter, Guid? after, int limit, CancellationToken cancellationToken);

    /// <summary>With its contents, but for what is personal.</summary>
    Task<DeadLetterFile?> ShowAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Applies the event now. Only one replay of a letter succeeds, however many are asked for at once.</summary>
    /// <param name="alongside">Done in the same transaction.</param>
    Task<ReplayResult> ReplayAsync(Guid id, CancellationToken cancellationToken, Action<IServiceProvider>? alongside = null);

    /// <inheritdoc cref="ReplayAsync"/>
    Task<bool> DiscardAsync(Guid id, CancellationToken cancellationToken, Action<IServiceProvider>? alongside = null);
}
