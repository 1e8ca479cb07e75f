using System.Collections.Immutable;
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
        var options = ImmutableArray.CreateBuilder<string>();
        var index = 0;
        foreach (var element in attribute.Elements(0))
        {
            var option = AttributeReader.EnumMember(element);
            if (option is not null && !options.Contains(option))
                options.Add(option);
            else
                Report(attribute.AtElement(0, index), option is null ? $"option '{element.Value}' does not exist" : $"option {option} is named twice");
            index++;
        }
        if (options.Count == 0)
        {
            if (index == 0)
                Report(attribute.Location, "no option is named");
            return null;
        }
        if (attribute.Named("Preferred") is not { } preferred)
            return new(options[0], new(options.ToImmutable()));
        var chosen = AttributeReader.EnumMember(preferred);
        if (chosen is not null && options.Contains(chosen))
            return new(chosen, new(options.ToImmutable()));
        Report(attribute.At("Preferred"), $"the preferred option '{chosen ?? preferred.Value}' is not among the options");
        return null;

        void Report(Location? where, string problem) => sink.Report(
            Descriptors.CredentialOptionIsInvalid, where ?? host.FirstLocation(), TaskMethodParser.NameOf(name), host.ShortName(), problem);
    }
}
