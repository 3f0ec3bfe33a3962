using System.Diagnostics.Metrics;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Identity;
using Streamix.Auth.Contracts.Credentials;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Auth.Identity.Passwords;

/// <summary>
/// The expensive part: not more at once than there are cores, off the request threads, and just as much for nobody, and for a hash of weaker
/// days, as for somebody.
/// </summary>
internal sealed class PasswordWork : IDisposable
{
    public const string Meter = "Streamix.Identity";
    public const string Hashes = "streamix.identity.password.hashes";
    public const string Iterations = "streamix.identity.password.iterations";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly byte[] NobodysSalt = RandomNumberGenerator.GetBytes(16);
    private readonly SemaphoreSlim _cores = new(Environment.ProcessorCount);
    private readonly Counter<long> _hashes;
    private readonly Counter<long> _iterations;

    public PasswordWork(IMeterFactory meters)
    {
        var meter = meters.Create(Meter);
        _hashes = meter.CreateCounter<long>(Hashes, "{hash}", "Password hashes computed");
        _iterations = meter.CreateCounter<long>(Iterations, "{iteration}", "Iterations of HMAC-SHA512 computed for them");
    }

    /// <summary>What is wrong costs what a hash costs now: without a hash all of it, with a weaker one the rest.</summary>
    public Task<PasswordVerificationResult> VerifyAsync(string? hash, string password, CancellationToken cancellationToken) => RunAsync(() =>
    {
        var result = hash is null ? PasswordVerificationResult.Failed : Verify(hash, password);
        if (result == PasswordVerificationResult.Failed)
            Spend(PasswordHash.Iterations - (hash is null ? 0 : PasswordHash.IterationsOf(hash)), password);
        return result;
    }, cancellationToken);

    public Task<string> HashAsync(string password, CancellationToken cancellationToken) => RunAsync(() =>
    {
        _iterations.Add(PasswordHash.Iterations);
        return PasswordHash.Of(password);
    }, cancellationToken);

    public void Dispose() => _cores.Dispose();

    private PasswordVerificationResult Verify(string hash, string password)
    {
        _iterations.Add(PasswordHash.IterationsOf(hash));
        return PasswordHash.Verify(hash, password);
    }

    private void Spend(int iterations, string password)
    {
        if (iterations <= 0)
            return;
        _iterations.Add(iterations);
        Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), NobodysSalt, iterations, HashAlgorithmName.SHA512, 32);
    }

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
