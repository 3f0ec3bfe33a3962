using System.Globalization;
using System.Text.RegularExpressions;
using Streamix.Demo.Catalogue;
using Streamix.Demo.Films;

namespace Streamix.Demo.Tests.Films;

public sealed class CaptionsTests
{
    public static TheoryData<string> Languages => [.. Captions.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Captions_OfEachFilm_FollowEachOtherUntilItsEnd(string language)
    {
        foreach (var showing in Programme.Of(Content.Catalogue))
        {
            var vtt = Captions.Of(showing, showing.Film!, language);

            vtt.ShouldStartWith("WEBVTT\n\n");
            var cues = Regex.Matches(vtt, @"(\S+) --> (\S+)\n(.+)\n").Select(cue => (From: At(cue.Groups[1].Value), To: At(cue.Groups[2].Value))).ToList();
            cues.Count.ShouldBeGreaterThan(2, showing.Slug);
            cues.Zip(cues.Skip(1)).ShouldAllBe(pair => pair.First.From < pair.First.To && pair.First.To <= pair.Second.From);
            cues[^1].To.TotalSeconds.ShouldBeInRange(showing.Film!.Seconds - 1, showing.Film.Seconds);
        }
    }

    [Fact]
    public void Captions_OfTwoLanguages_SayTheSameNumberOfThings()
    {
        foreach (var showing in Programme.Of(Content.Catalogue))
            Regex.Count(Captions.Of(showing, showing.Film!, "ar"), "-->").ShouldBe(Regex.Count(Captions.Of(showing, showing.Film!, "en"), "-->"), showing.Slug);
    }

    private static TimeSpan At(string time) => TimeSpan.ParseExact(time, @"hh\:mm\:ss\.fff", CultureInfo.InvariantCulture);
}
