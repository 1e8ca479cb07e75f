using System.Collections.Immutable;
using Baton.Generators.Diagnostics;
using Baton.Generators.Helpers;
using Baton.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace Baton.Generators.Analyzers.Code;

/// <summary>Values that a <c>Map</c> method gives to its builder, and that do not survive.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class MappedValueAnalyzer : MethodBodyAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [Descriptors.IdChanges, Descriptors.NumberLosesPrecision, Descriptors.TimeHasNoZone, Descriptors.BotIsHuman, Descriptors.UrlIsNotHttps];

    private protected override void Analyze(MethodBody body)
    {
        foreach (var conversion in body.All<IConversionOperation>().Where(IsFromDateTime))
            CheckTime(conversion.Operand, body);
        foreach (var creation in body.All<IObjectCreationOperation>().Where(static creation => creation.Type.Is(KnownTypes.DateTimeOffset)))
        {
            if (creation.Arguments is [var only])
                CheckTime(only.Value, body);
        }
        if (body.Role != MethodRole.Map)
            return;
        foreach (var call in MapCalls.In(body))
        {
            switch (call.TargetMethod.Name)
            {
                case "Id":
                    CheckId(call, body);
                    break;
                case "Profile":
                    CheckNumber(call, body);
                    break;
                case "AccountType":
                    CheckAccountType(call, body);
                    break;
                case "HelpUrl" or "ExternalLink" or "DeepLink":
                    CheckUrl(call, body);
                    break;
            }
        }
        foreach (var link in body.All<IInvocationOperation>().Where(static call =>
            call.TargetMethod is { Name: "ExternalLink", ContainingType: { Name: "Annotation", ContainingNamespace.Name: "Baton" } }))
            CheckUrl(link, body);
    }

    private protected override void AnalyzeHelper(MethodBody body) => Analyze(body);

    static void CheckId(IInvocationOperation call, MethodBody body)
    {
        foreach (var source in call.Value(0)?.Sources() ?? [])
        {
            if (Changing(source) is not { } found)
                continue;
            body.Report(Descriptors.IdChanges, body.Holds(found.Place) ? found.Place : call.Value(0)!.Syntax, body.Host.ShortName(), found.Property.Name);
            return;
        }
    }

    static (IPropertySymbol Property, SyntaxNode Place)? Changing(IOperation source) => source switch
    {
        ILocalReferenceOperation local => local.TakenApart() is { } taken && ChangingNames.Contains(taken.Property) ? taken : null,
        IPropertyReferenceOperation { Property: var property } when ChangingNames.Contains(property) => (property, source.NamePlace()),
        _ => Owners(source).FirstOrDefault(static owner => ChangingNames.IsMail(owner.Property)) is { } mail ? (mail.Property, mail.NamePlace()) : null,
    };

    // p.Emails[0].Address, p.Emails.First().Address; an id within it is an id.
    static IEnumerable<IPropertyReferenceOperation> Owners(IOperation source)
    {
        for (var current = source; current is not null; current = Owner(current)?.Bare())
        {
            if (current is not IPropertyReferenceOperation property)
                continue;
            if (ChangingNames.IsId(property.Property))
                yield break;
            yield return property;
        }
    }

    static IOperation? Owner(IOperation part) => part switch
    {
        IMemberReferenceOperation member => member.Instance,
        IArrayElementReferenceOperation element => element.ArrayReference,
        IImplicitIndexerReferenceOperation element => element.Instance,
        IConditionalAccessOperation access => access.Operation,
        IInvocationOperation { TargetMethod.IsExtensionMethod: true } call => call.Value(0),
        IInvocationOperation call => call.Instance,
        _ => null,
    };

    static void CheckNumber(IInvocationOperation call, MethodBody body)
    {
        if (call.Value(1)?.Bare() is { } value && Long(value) is { } number)
            body.Report(Descriptors.NumberLosesPrecision, number.NamePlace(), body.Host.ShortName(), call.Value(0)?.ConstantValue.Value ?? "…");
    }

    // Convert.ToDouble(a.Bytes) is one, too; seconds since 1970, and what is counted, stay below 2^53.
    static IOperation? Long(IOperation value) => value switch
    {
        { ConstantValue.HasValue: true } => null,
        IInvocationOperation { TargetMethod: { Name: "ToDouble", ContainingType: { } owner } } call when owner.Is("System.Convert") =>
            call.Value(0)?.Bare() is { } number ? Long(number) : null,
        IInvocationOperation { TargetMethod.Name: "ToUnixTimeSeconds" or "ToUnixTimeMilliseconds" or "LongCount" } => null,
        _ => IsLong(value.Type) ? value : null,
    };

    internal static bool IsLong(ITypeSymbol? type) =>
        type?.WithoutNullable(out _).SpecialType is SpecialType.System_Int64 or SpecialType.System_UInt64;

    // The conversion takes an unspecified kind for the time zone of the machine.
    static bool IsFromDateTime(IConversionOperation conversion) => conversion.OperatorMethod?.ContainingType.Is(KnownTypes.DateTimeOffset) == true &&
        conversion.Operand.Type?.WithoutNullable(out _).Is(KnownTypes.DateTime) == true;

    static void CheckTime(IOperation time, MethodBody body)
    {
        if (time.Type?.WithoutNullable(out _).Is(KnownTypes.DateTime) == true && time.Values().FirstOrDefault(static value => !IsUtc(value)) is { } local)
        {
            var place = local.Syntax is { } syntax && body.Holds(syntax) ? local : time;
            body.Report(Descriptors.TimeHasNoZone, place.NamePlace(), body.Host.ShortName(), place.NameOf() ?? "the time");
        }
    }

    static bool IsUtc(IOperation time) => time.Bare() switch
    {
        IPropertyReferenceOperation { Property.Name: "UtcNow" or "UtcDateTime" } => true,
        IFieldReferenceOperation { Field.Name: "UnixEpoch" } => true,
        IMemberReferenceOperation { Member: { } member } when IsUtcOfSystem(member) => true,
        IInvocationOperation { TargetMethod.Name: "ToUniversalTime" } => true,
        IInvocationOperation { TargetMethod: var method } call when IsUtcOfSystem(method) || call.Arguments.Any(SaysZone) => true,
        // DateTime.UnixEpoch.AddSeconds(…)
        IInvocationOperation { Instance: { } instance } call when instance.Type.Is(KnownTypes.DateTime) && call.Type.Is(KnownTypes.DateTime) => IsUtc(instance),
        IPropertyReferenceOperation { Property.Name: "Date", Instance: { } instance } => IsUtc(instance),
        IObjectCreationOperation creation => creation.Arguments.Any(SaysZone),
        IConditionalAccessOperation access => IsUtc(access.WhenNotNull),
        IConditionalOperation condition => IsUtc(condition.WhenTrue) && (condition.WhenFalse is null || IsUtc(condition.WhenFalse)),
        { ConstantValue: { HasValue: true, Value: null } } => true,
        _ => false,
    };

    // File.GetLastWriteTimeUtc(…), info.LastWriteTimeUtc; what others call so may still come without its kind.
    static bool IsUtcOfSystem(ISymbol member) => member.Name.EndsWith("Utc", StringComparison.Ordinal) &&
        member.ContainingNamespace is { Name: "System" } or { Name: "IO", ContainingNamespace.Name: "System" };

    // DateTimeKind.Utc; DateTimeStyles.AdjustToUniversal, AssumeUniversal
    static bool SaysZone(IArgumentOperation argument) => argument.Value.ConstantValue is { HasValue: true, Value: int value } &&
        argument.Parameter?.Type.Name switch
        {
            "DateTimeKind" => value == 1,
            "DateTimeStyles" => (value & (16 | 64)) != 0,
            _ => false,
        };

    static void CheckAccountType(IInvocationOperation call, MethodBody body)
    {
        if (call.Value(0) is { } type && !IsConditional(type) && type.Values().ToList() is { Count: > 0 } values && values.All(IsHuman) &&
            body.Method.Parameters.FirstOrDefault(static parameter => !MapCalls.IsBuilder(parameter.Type)) is { } model &&
            BotFlags.Of(model.Type) is { } flag)
            body.Report(Descriptors.BotIsHuman, (body.Holds(values[0].Syntax) ? values[0] : type).NamePlace(), body.Host.ShortName(), model.Name, flag.Name);
    }

    static bool IsHuman(IOperation value) => value is IFieldReferenceOperation { Field.Name: "Human" } || (value.Type.Is(KnownTypes.AccountType) &&
        value.ConstantValue is { HasValue: true, Value: { } number } && value.Type!.GetMembers("Human").OfType<IFieldSymbol>().Any(human =>
            Equals(human.ConstantValue, number)));

    static bool IsConditional(IOperation operation) => operation.Ancestors().Any(static ancestor =>
        ancestor is IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation);

    static void CheckUrl(IInvocationOperation call, MethodBody body)
    {
        if (call.Value(0) is not { } value)
            return;
        foreach (var url in value.Values())
        {
            if (!IsOther(url))
                continue;
            var place = body.Holds(url.Syntax) ? url.Syntax : value.Syntax;
            var text = url.ConstantValue.Value as string ?? url.Beginning() + "…";
            body.Report(Descriptors.UrlIsNotHttps, place, call.TargetMethod.Name, body.Host.ShortName(), text);
            return;
        }
    }

    // Of an address that is put together, what it begins with is enough.
    static bool IsOther(IOperation url) => url.ConstantValue is { HasValue: true, Value: string text } ? text.Length > 0 && !UrlRules.IsHttps(text)
        : url.Beginning() is { Length: > 0 } beginning && !beginning.StartsWith(Https, StringComparison.Ordinal) &&
            !Https.StartsWith(beginning, StringComparison.Ordinal);

    const string Https = "https://";
}
