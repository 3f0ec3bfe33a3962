using System.Globalization;

namespace Streamix.Demo.Films;

/// <summary>A moving picture in grey, whose filter has its variations by a seed.</summary>
/// <param name="Name">As in recipes.</param>
/// <param name="Warmup">Seconds until it has become something to look at.</param>
/// <param name="Source">The filter, for a frame and its chances.</param>
internal sealed record Scene(string Name, double Warmup, Func<Frame, Chances, string> Source);

/// <summary>What is to be drawn.</summary>
/// <param name="From">Where in the scene's time the picture begins.</param>
internal sealed record Frame(int Width, int Height, int Rate, double From = 0);

/// <summary>Numbers that follow from a seed, the same on every machine.</summary>
internal sealed class Chances(int seed)
{
    private uint _state = (uint)seed * 2654435761u + 97u;

    public string Next(double from, double to) => (from + (to - from) * Fraction()).ToString("0.####", CultureInfo.InvariantCulture);

    public int Whole(int from, int to) => from + (int)(Fraction() * (to - from + 1));

    public T One<T>(params ReadOnlySpan<T> choices) => choices[(int)(Fraction() * choices.Length)];

    private double Fraction()
    {
        _state ^= _state << 13;
        _state ^= _state >> 17;
        _state ^= _state << 5;
        return _state / 4294967296.0;
    }
}
