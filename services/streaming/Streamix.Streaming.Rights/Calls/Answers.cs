using Google.Protobuf.WellKnownTypes;
using Streamix.Streaming.Rights.Admission;
using V1 = Streamix.Streaming.Contracts.Rights.V1;

namespace Streamix.Streaming.Rights.Calls;

/// <summary>Writes decisions as the contract has them.</summary>
internal static class Answers
{
    public static V1.Decision Of(Admittance admittance)
    {
        var verdict = admittance.Verdict;
        var decision = new V1.Decision
        {
            Allowed = verdict.Allowed,
            Code = verdict.Code ?? "",
            Sentence = verdict.Sentence ?? "",
            MostLines = verdict.MostLines,
            Country = verdict.Country ?? "",
            Plan = verdict.Plan?.Code ?? "",
            GoodUntil = verdict.GoodUntil?.ToTimestamp(),
            SlotUntil = admittance.SlotUntil?.ToTimestamp(),
        };
        decision.Tiers.AddRange(verdict.Tiers);
        foreach (var finding in verdict.Findings)
            decision.Checks.Add(new V1.Check { Name = finding.Check, Passed = finding.Passed, Because = finding.Because });
        foreach (var stream in admittance.Streams)
            decision.Streams.Add(new V1.Stream
            {
                PlaybackId = stream.PlaybackId.ToString(), TitleId = stream.TitleId.ToString(), DeviceName = stream.DeviceName, Since = stream.Since.ToTimestamp(),
            });
        return decision;
    }
}
