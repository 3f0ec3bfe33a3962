using System.Diagnostics.Metrics;
using Microsoft.AspNetCore.Identity;
using Streamix.Auth.Contracts.Credentials;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Auth.Identity.Passwords;

/// <summary>The expensive part: not more at once than there are cores, off the request threads, and just as much for nobody as for somebody.</summary>
internal sealed class PasswordWork : IDisposable
{
    public const string Meter = "Streamix.Identity";
    public const string Hashes = "streamix.identity.password.hashes";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim _cores = new(Environment.ProcessorCount);
    private readonly Lazy<string> _nobodys = new(() => PasswordHash.Of(Guid.NewGuid().ToString()));
    private readonly Counter<long> _hashes;

    public PasswordWork(IMeterFactory meters) => _hashes = meters.Create(Meter).CreateCounter<long>(Hashes, "{hash}", "Password hashes computed");

    /// <summary>Without a hash it is wrong after the same work.</summary>
    public Task<PasswordVerificationResult> VerifyAsync(string? hash, string password, CancellationToken cancellationToken) => RunAsync(() =>
    {
        var result = PasswordHash.Verify(hash ?? _nobodys.Value, password);
        return hash is null ? PasswordVerificationResult.Failed : result;
    }, cancellationToken);

    public Task<string> HashAsync(string password, CancellationToken cancellationToken) => RunAsync(() => PasswordHash.Of(password), cancellationToken);

    public void Dispose() => _cores.Dispose();

    private async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        if (!await _cores.WaitAsync(Patience, cancellationToken))
            throw new ProblemException(StatusCodes.Status503ServiceUnavailable, "Too many sign-ins at once. Try again shortly.") { RetryAfter = Patience };
        try
        {
            _hashes.Add(1);
            return await Task.Run(work, cancellationToken);
        }
        finally
        {
            _cores.Release();
        }
    }
}
