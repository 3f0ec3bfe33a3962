using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using Streamix.Auth.Session.Data;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Auth.Session.Keys;

/// <summary>The keys in the database: makes the next one in time, forgets the dead, reads the rest. Replicas exclude each other by an advisory lock.</summary>
internal sealed partial class KeyCabinet(SessionDb db, KeySeal seal, IOptions<SessionOptions> options, TimeProvider time, ILogger<KeyCabinet> logger)
{
    private const long Lock = 0x5354_524d_4b45_5953;
    private readonly KeySchedule _schedule = KeySchedule.Of(options.Value.Keys);
    private readonly Dictionary<string, Signer> _signers = new(StringComparer.Ordinal);

    /// <param name="known">Signers of keys that were unsealed before.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    public async Task<KeyRing> OpenAsync(IEnumerable<Signer> known, CancellationToken cancellationToken)
    {
        foreach (var signer in known)
            _signers[signer.KeyId] = signer;
        var readAt = time.GetUtcNow();
        var keys = await ReadAsync(cancellationToken);
        if (NeedsCare(keys, readAt))
            keys = await CareAsync(readAt, cancellationToken);

        return new(keys, [.. keys.Where(IsReadable).Select(k => (k.ActivatesAt, _signers[k.Id]))], _schedule.VerifiableUntil(readAt));
    }

    private Task<List<SigningKey>> ReadAsync(CancellationToken cancellationToken) =>
        db.SigningKeys.AsNoTracking().OrderByDescending(k => k.ActivatesAt).ToListAsync(cancellationToken);

    private Task<List<SigningKey>> CareAsync(DateTimeOffset now, CancellationToken cancellationToken) => db.InTransactionAsync(
        async token =>
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", token);
            var keys = await ReadAsync(token);
            if (Next(keys, now) is { } activatesAt)
            {
                db.SigningKeys.Add(Make(now, activatesAt));
                await db.SaveChangesAsync(token);
            }

            foreach (var dead in Dead(keys, now).ToArray())
                await db.SigningKeys.Where(k => k.Id == dead.Id).ExecuteDeleteAsync(token);
            return await ReadAsync(token);
        },
        cancellationToken: cancellationToken);

    private bool NeedsCare(List<SigningKey> keys, DateTimeOffset now) => Next(keys, now) is not null || Dead(keys, now).Any();

    /// <summary>A key that cannot be opened (another secret) does not count; verifiers keep it.</summary>
    private DateTimeOffset? Next(List<SigningKey> keys, DateTimeOffset now) =>
        _schedule.NextActivation(keys.Find(IsReadable)?.ActivatesAt, now);

    private IEnumerable<SigningKey> Dead(List<SigningKey> keys, DateTimeOffset now) =>
        keys.Zip(keys.Skip(1)).Where(pair => _schedule.IsDead(pair.First.ActivatesAt, now)).Select(pair => pair.Second);

    private SigningKey Make(DateTimeOffset now, DateTimeOffset activatesAt)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var id = Base64UrlEncoder.Encode(new ECDsaSecurityKey(key).ComputeJwkThumbprint());
        Log.Made(logger, id, activatesAt);
        return new(id, point.X!, point.Y!, seal.Seal(id, key.ExportPkcs8PrivateKey()), now, activatesAt);
    }

    private bool IsReadable(SigningKey key)
    {
        if (_signers.ContainsKey(key.Id))
            return true;
        try
        {
            using var opened = ECDsa.Create();
            opened.ImportPkcs8PrivateKey(seal.Open(key.Id, key.SealedPrivate), out _);
            _signers[key.Id] = new(key.Id, opened.ExportParameters(includePrivateParameters: true));
            return true;
        }
        catch (CryptographicException e)
        {
            Log.Sealed(logger, e, key.Id);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Made the signing key {KeyId}, which signs from {ActivatesAt}")]
        public static partial void Made(ILogger logger, string keyId, DateTimeOffset activatesAt);

        [LoggerMessage(LogLevel.Error, "The signing key {KeyId} was sealed with another secret")]
        public static partial void Sealed(ILogger logger, Exception exception, string keyId);
    }
}
