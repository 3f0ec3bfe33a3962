using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Streamix.Streaming.CdnOrchestrator.Choice;

/// <summary>
/// Weighted rendezvous hashing (Schindelhauer and Schomaker's logarithmic method): each node gets keys in proportion to its weight. A node that
/// comes takes keys from the others and no key moves between those; of one that goes, the keys are shared out and no other moves.
/// </summary>
internal static class Rendezvous
{
    private const int MantissaBits = 52;
    private const int HashBytes = 32;

    /// <summary>The nodes by their scores for a key, the highest first. What has no weight comes last.</summary>
    public static IEnumerable<T> Rank<T>(IEnumerable<T> nodes, string key, Func<T, string> name, Func<T, double> weight) => nodes
        .Select(node => (Node: node, Name: name(node), Score: Score(name(node), key, weight(node))))
        .OrderByDescending(n => n.Score).ThenBy(n => n.Name, StringComparer.Ordinal)
        .Select(n => n.Node);

    /// <summary>Minus weight by the logarithm of a uniform number that node and key alone determine.</summary>
    public static double Score(string node, string key, double weight) => weight <= 0 ? 0 : -weight / Math.Log(Uniform(node, key));

    /// <summary>Strictly between 0 and 1.</summary>
    private static double Uniform(string node, string key)
    {
        Span<byte> hash = stackalloc byte[HashBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{node}\n{key}"), hash);
        return ((BinaryPrimitives.ReadUInt64BigEndian(hash) >> (64 - MantissaBits)) + 0.5) / (1UL << MantissaBits);
    }
}
