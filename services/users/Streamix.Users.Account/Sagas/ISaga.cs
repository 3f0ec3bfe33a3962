namespace Streamix.Users.Account.Sagas;

/// <summary>Long work in short steps. Whatever dies in between, another process goes on with the row's next step.</summary>
internal interface ISaga
{
    /// <summary>Takes the next step that is due; false when none is.</summary>
    Task<bool> StepAsync(CancellationToken cancellationToken);
}
