using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Models;
using Microsoft.CodeAnalysis;

namespace Baton.Generators.Parsing;

/// <summary>Reads the options of <c>[CreateAccount]</c> and <c>[RotateCredentials]</c>.</summary>
sealed class CredentialChoiceParser(INamedTypeSymbol host, IParseSink sink)
{
    public CredentialChoiceModel? Parse(AttributeReader attribute, string name)
    {
        var options = attribute.EnumMembers(
            0, (at, option, value) => Report(at, option is null ? $"option '{value}' does not exist" : $"option {option} is named twice"));
        if (options.IsEmpty)
        {
            if (!attribute.Elements(0).Any())
                Report(attribute.Location, "no option is named");
            return null;
        }
        if (attribute.Named("Preferred") is not { } preferred)
            return new(options[0], new(options));
        var chosen = AttributeReader.EnumMember(preferred);
        if (chosen is not null && options.Contains(chosen))
            return new(chosen, new(options));
        Report(attribute.At("Preferred"), $"the preferred option '{chosen ?? preferred.Value}' is not among the options");
        return null;

        void Report(Location? where, string problem) => sink.Report(
            Descriptors.CredentialOptionIsInvalid, where ?? host.FirstLocation(), TaskMethodParser.NameOf(name), host.ShortName(), problem);
    }
}
